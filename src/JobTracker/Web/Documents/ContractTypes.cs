using System.Reflection;

namespace JobTracker.Web.Documents;

/// <summary>The types that the described endpoints read and write, with everything that stands inside them.</summary>
internal sealed class ContractTypes
{
    public ContractTypes(EndpointDataSource endpoints)
    {
        Operations = [.. endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<Operation>()).OfType<Operation>()];
        Chapters = [.. endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<Chapter>()).OfType<Chapter>().Distinct()];
        Requests = WithInner(Operations.Select(operation => operation.Takes?.Type));
        All = WithInner([
            .. Operations.Select(operation => operation.Answers.Type),
            .. Operations.Select(operation => operation.Query),
            .. Requests,
        ]);
    }

    public IReadOnlyList<Operation> Operations { get; }
    public IReadOnlyList<Chapter> Chapters { get; }

    /// <summary>Those that stand in a request's body.</summary>
    public IReadOnlySet<Type> Requests { get; }
    public IReadOnlySet<Type> All { get; }

    /// <summary>The type in <c>T?</c>, or the type itself.</summary>
    public static Type Inner(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static HashSet<Type> WithInner(IEnumerable<Type?> types)
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>(types.OfType<Type>());
        while (open.TryPop(out var type))
        {
            foreach (var argument in type.GetGenericArguments())
                open.Push(argument);
            if (type.Assembly != typeof(ContractTypes).Assembly || !found.Add(type))
                continue;
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
                open.Push(property.PropertyType);
        }
        return found;
    }
}
