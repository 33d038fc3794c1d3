namespace JobTracker.Web.Documents;

/// <summary>How modules tell the document about their endpoints.</summary>
public static class DocumentMetadata
{
    /// <summary>Puts the group's endpoints under a tag.</summary>
    public static RouteGroupBuilder In(this RouteGroupBuilder group, Chapter chapter) => group.WithTags(chapter.Tag).WithMetadata(chapter);

    /// <inheritdoc cref="In(RouteGroupBuilder, Chapter)"/>
    public static RouteHandlerBuilder In(this RouteHandlerBuilder endpoint, Chapter chapter) =>
        endpoint.WithTags(chapter.Tag).WithMetadata(chapter);

    /// <summary>Describes the endpoint; one that is not described is not in the document, which a test notices.</summary>
    public static RouteHandlerBuilder Is(this RouteHandlerBuilder endpoint, Operation operation)
    {
        endpoint.WithName(operation.Id).WithSummary(operation.Summary).WithMetadata(operation);
        if (operation.Description is { } description)
            endpoint.WithDescription(description);
        return endpoint.Produces(operation.Answers.Status, operation.Answers.Type);
    }
}
