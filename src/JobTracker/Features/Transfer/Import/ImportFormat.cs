namespace JobTracker.Features.Transfer.Import;

/// <summary>What a file turned out to be; its content says so, not its name.</summary>
public enum ImportFormat
{
    /// <summary>The site's own document.</summary>
    Json,

    /// <summary>The same with the files.</summary>
    Zip,
    Csv,
    Excel,

    /// <summary>The JobTracker SaaS API's, with French names.</summary>
    SaasJson,
    SaasCsv,
    SaasExcel,

    /// <summary>The internship session tracker's.</summary>
    SessionCsv,

    /// <summary>Any other table; its columns are given a meaning by the person.</summary>
    OtherTable,
}

/// <summary>What follows from a format.</summary>
internal static class ImportFormats
{
    /// <summary>True where two equal rows of one file are two applications and not one that was written twice.</summary>
    public static bool IsOwn(this ImportFormat format) =>
        format is ImportFormat.Json or ImportFormat.Zip or ImportFormat.Csv or ImportFormat.Excel;
}
