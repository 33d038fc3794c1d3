using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace JobTracker.Web;

/// <summary>What forms say of a value that cannot be read at all, in our own words instead of the framework's.</summary>
public static class FormTexts
{
    public static void AddFormTexts(this IServiceCollection services) =>
        services
            .AddOptions<MvcOptions>()
            .Configure<IStringLocalizer<Texts>>(
                (options, t) =>
                {
                    options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                    var messages = options.ModelBindingMessageProvider;
                    messages.SetAttemptedValueIsInvalidAccessor((_, _) => t["This value cannot be read."]);
                    messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => t["This value cannot be read."]);
                    messages.SetUnknownValueIsInvalidAccessor(_ => t["This value cannot be read."]);
                    messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => t["This value cannot be read."]);
                    messages.SetValueIsInvalidAccessor(_ => t["This value cannot be read."]);
                    messages.SetValueMustBeANumberAccessor(_ => t["Enter a number."]);
                    messages.SetNonPropertyValueMustBeANumberAccessor(() => t["Enter a number."]);
                    messages.SetValueMustNotBeNullAccessor(_ => t["Enter a value."]);
                    messages.SetMissingBindRequiredValueAccessor(_ => t["Enter a value."]);
                    messages.SetMissingKeyOrValueAccessor(() => t["Enter a value."]);
                    messages.SetMissingRequestBodyRequiredValueAccessor(() => t["Enter a value."]);
                }
            );
}
