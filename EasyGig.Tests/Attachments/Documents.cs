using System.Text;

namespace EasyGig.Tests.Attachments;

/// <summary>Small real documents, made by hand.</summary>
internal static class Documents
{
    /// <summary>One empty page.</summary>
    /// <param name="catalog">What else the catalog says.</param>
    public static byte[] Pdf(string catalog = "")
    {
        var text = new StringBuilder("%PDF-1.4\n");
        List<int> at = [];
        foreach (var body in (string[])[$"<</Type/Catalog/Pages 2 0 R{catalog}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>"])
        {
            at.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at.Count} 0 obj\n{body}\nendobj\n");
        }
        var list = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n");
        foreach (var offset in at) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        return Encoding.ASCII.GetBytes(text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{list}\n%%EOF\n").ToString());
    }

    public static readonly byte[] Html = [.. "\r\n <!doctype html><script>alert(1)</script>"u8], Svg = [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8];
}
