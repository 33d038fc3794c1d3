using System.Text;

namespace JobTracker.Tests.Web.Problems;

/// <summary>Bodies that no endpoint can make sense of.</summary>
internal static class HostileBodies
{
    public static readonly Dictionary<string, byte[]> All = new(StringComparer.Ordinal)
    {
        ["nothing"] = [],
        ["white space"] = Text(" \n"),
        ["null"] = Text("null"),
        ["a list"] = Text("[]"),
        ["a list of an object"] = Text("[{}]"),
        ["a text"] = Text("\"text\""),
        ["a number"] = Text("5"),
        ["a truth"] = Text("true"),
        ["cut off"] = Text("""{"company": "A", "pos"""),
        ["a value missing"] = Text("""{"company": }"""),
        ["single quotes"] = Text("{'company': 'A'}"),
        ["a comma too many"] = Text("""{"company": "A", "position": "B", }"""),
        ["a comment"] = Text("""{"company": "A" /* why */, "position": "B"}"""),
        ["two documents"] = Text("{} {}"),
        ["an unknown field"] = Text("""{"no_such_field": 1}"""),
        ["a doubled field"] = Text("""{"company": "A", "company": "B", "email": "a@example.org", "email": "b@example.org"}"""),
        ["a doubled field, once escaped"] = Text("""{"company": "A", "c\u006fmpany": "B"}"""),
        ["lists in lists"] = Text($$"""{"company": {{new string('[', 200)}}{{new string(']', 200)}}}"""),
        ["objects in objects"] = Text($"{string.Concat(Enumerable.Repeat("""{"company":""", 200))}1{new string('}', 200)}"),
        ["the null character"] = Text("""{"company": "A\u0000", "email": "\u0000", "status": "\u0000"}"""),
        ["half a surrogate pair"] = Text("""{"company": "\ud800", "email": "\ud800", "status": "\ud800", "note": "\ud800"}"""),
        ["the other half"] = Text("""{"company": "\udc00x", "email": "\udc00", "status": "\udc00"}"""),
        ["half a pair in a name"] = Text("""{"\ud800": 1}"""),
        ["the null character in a name"] = Text("""{"\u0000": 1}"""),
        ["no UTF-8 in a value"] = [.. Text("{\"company\": \""), 0xC3, 0x28, .. Text("\", \"email\": \""), 0xFF, .. Text("\"}")],
        ["no UTF-8 in a company"] = [.. Text("{\"company\": \""), 0xC3, 0x28, .. Text("\", \"position\": \"B\"}")],
        ["half a pair in a list"] = Text("""{"company": ["\ud800"], "position": "B"}"""),
        ["half a pair in an object"] = Text("""{"company": {"a": "\ud800", "a": "b"}, "position": "B"}"""),
        ["no UTF-8 in a name"] = [.. Text("{\""), 0xC3, 0x28, .. Text("\": 1}")],
        ["a surrogate in UTF-8"] = [.. Text("{\"company\": \""), 0xED, 0xA0, 0x80, .. Text("\", \"no_such_field\": 1}")],
        ["UTF-16"] = Encoding.Unicode.GetBytes("""{"company": "A"}"""),
        ["an endless number"] = Text($$"""{"company": {{new string('9', 5_000)}}, "ids": 1e999, "status": 1e999, "email": 1}"""),
        ["an endless name"] = Text($$"""{"{{new string('x', 100_000)}}": 1}"""),
        ["a name of the type's"] = Text("""{"__proto__": {}, "$type": "System.Object"}"""),
    };

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
