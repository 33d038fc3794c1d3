using System.Linq.Expressions;

namespace JobTracker.Data;

/// <summary>Puts queries together out of parts.</summary>
public static class Inlining
{
    /// <summary>What a lambda computes, with other expressions in the places of its parameters.</summary>
    /// <param name="lambda">Not changed.</param>
    /// <param name="arguments">One for each parameter, of its type.</param>
    public static Expression Inline(this LambdaExpression lambda, params IReadOnlyList<Expression> arguments) =>
        new Replacing(lambda.Parameters.Zip(arguments).ToDictionary(pair => pair.First, pair => pair.Second)).Visit(lambda.Body);

    /// <summary>A value that EF sends as a parameter, so that one plan serves all of them.</summary>
    public static Expression Captured<T>(T value) => Expression.Field(Expression.Constant(new Box<T>(value)), nameof(Box<>.Value));

    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }

    private sealed class Replacing(Dictionary<ParameterExpression, Expression> arguments) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => arguments.GetValueOrDefault(node, node);
    }
}
