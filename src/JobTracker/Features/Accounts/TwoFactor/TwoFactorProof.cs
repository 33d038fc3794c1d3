using FluentValidation;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>What somebody shows who changes the second factor: that it is still the same person, with the same phone.</summary>
public sealed record TwoFactorProof
{
    public string? Password { get; init; }
    public string? Code { get; init; }

    public sealed class Rules : AbstractValidator<TwoFactorProof>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => t["Enter your password."]).Text(PasswordRule.Longest * 2, t);
            RuleFor(input => input.Code).NotEmpty().WithMessage(_ => t["Enter the code."]).Text(CodeText.Most, t);
        }
    }
}
