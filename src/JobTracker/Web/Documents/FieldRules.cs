using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;

namespace JobTracker.Web.Documents;

/// <summary>What the validator of an input says of its fields, read out of the validator itself, so that the document cannot disagree with it.</summary>
internal sealed class FieldRules
{
    private readonly ILookup<string, IPropertyValidator> validators;
    private readonly HashSet<string> insisted;
    private readonly object? empty;

    private FieldRules(IValidator? validator, object? empty)
    {
        this.empty = empty;
        validators = (
            validator
                ?.CreateDescriptor()
                .GetMembersWithValidators()
                .SelectMany(member => member, (member, rule) => (member.Key, rule.Validator))
            ?? []
        ).ToLookup(pair => pair.Key, pair => pair.Validator, StringComparer.Ordinal);
        insisted =
            validator is null || empty is null
                ? []
                : validator
                    .Validate(new ValidationContext<object>(empty))
                    .Errors.Select(error => error.PropertyName)
                    .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Of a type that may have no validator.</summary>
    public static FieldRules Of(Type input, IServiceProvider services)
    {
        var wanted = typeof(IValidator<>).MakeGenericType(input);
        var found = AssemblyScanner.FindValidatorsInAssembly(input.Assembly).FirstOrDefault(pair => pair.InterfaceType == wanted);
        using var scope = services.CreateScope();
        return new FieldRules(
            found is null ? null : (IValidator)scope.ServiceProvider.GetRequiredService(found.ValidatorType),
            input.GetConstructor(Type.EmptyTypes)?.Invoke([])
        );
    }

    /// <summary>True when an input without it is refused.</summary>
    public bool Insists(string property) => insisted.Contains(property);

    /// <summary>What counts when it is left out; null for nothing.</summary>
    public object? Default(string property) =>
        empty?.GetType().GetProperty(property)?.GetValue(empty) is { } value and not System.Collections.ICollection ? value : null;

    public int? Fewest(string property) =>
        validators[property].Any(rule => rule is INotEmptyValidator)
            ? 1
            : Lengths(property).Select(rule => (int?)rule.Min).Where(min => min > 0).Max();

    public int? Most(string property) => Lengths(property).Select(rule => (int?)rule.Max).Where(max => max > 0).Min();

    /// <summary>Bounds of a number, both within.</summary>
    public (string From, string To)? Between(string property) =>
        validators[property].OfType<IBetweenValidator>().FirstOrDefault() is { } rule
            ? (JsonSerializer.Serialize(rule.From), JsonSerializer.Serialize(rule.To))
            : null;

    private IEnumerable<ILengthValidator> Lengths(string property) => validators[property].OfType<ILengthValidator>();
}
