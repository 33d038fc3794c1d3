using JobTracker.Web.Bearer;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>Who may ask: the holder of a token, anybody, or both.</summary>
internal static class Security
{
    public static readonly OpenApiSecurityScheme Scheme = new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = "bearer",
        BearerFormat = "JWT",
        Description = "The `access_token` of register or login. It holds for 7 days, or until it is signed out.",
    };

    public static IList<OpenApiSecurityRequirement> Of(OpenApiDocument document, bool needsToken, bool tokenIsOptional)
    {
        var token = new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(BearerDefaults.AuthenticationScheme, document)] = [],
        };
        if (needsToken)
            return [token];
        return tokenIsOptional ? [new OpenApiSecurityRequirement(), token] : [];
    }
}
