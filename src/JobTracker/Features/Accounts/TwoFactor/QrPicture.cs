using System.Globalization;
using System.Text;
using QRCoder;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>A text as a QR code: the path of an SVG whose unit is one module, the quiet edge included.</summary>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        for (var x = 0; x < rows.Count; x++)
        {
            if (rows[y][x])
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        }
        return new QrPicture(rows.Count, path.ToString());
    }
}
