using JobTracker.Features.Transfer.Import.Mapping;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>The words of the import on screen.</summary>
public static class ImportLabels
{
    public static string Of(ImportFormat format, IStringLocalizer t) =>
        format switch
        {
            ImportFormat.Json => t["An export of this site, as JSON"],
            ImportFormat.Zip => t["An export of this site with its files"],
            ImportFormat.Csv => t["An export of this site, as CSV"],
            ImportFormat.Excel => t["An export of this site, as an Excel workbook"],
            ImportFormat.SaasJson => t["An export of the JobTracker SaaS API, as JSON"],
            ImportFormat.SaasCsv => t["An export of the JobTracker SaaS API, as CSV"],
            ImportFormat.SaasExcel => t["An export of the JobTracker SaaS API, as an Excel workbook"],
            ImportFormat.SessionCsv => t["The CSV of a search session"],
            _ => t["A table from elsewhere"],
        };

    public static string OfField(string field, IStringLocalizer t) =>
        field switch
        {
            TableFields.Company => t["Company"],
            TableFields.Position => t["Position"],
            TableFields.Status => t["Status"],
            TableFields.AppliedOn => t["Applied on"],
            TableFields.RespondedOn => t["Responded on"],
            TableFields.DueOn => t["Deadline"],
            "location" => t["Location"],
            "employment_type" => t["Contract"],
            "channel" => t["Channel"],
            "link" => t["Link"],
            "salary" => t["Salary"],
            "contact" => t["Contact"],
            "comment" => t["Comment"],
            "posting" => t["Posting"],
            _ => t["Favourite"],
        };
}
