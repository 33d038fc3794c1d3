using System.Text.Json.Nodes;

namespace JobTracker.Tests.Web.Documents;

public sealed class SchemaCheckTests
{
    private const string Person =
        """{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":3},"born":{"type":["null","string"],"format":"date"}}}""";

    [Theory]
    [InlineData("""{"type":"string"}""", "1")]
    [InlineData("""{"type":"string"}""", "null")]
    [InlineData("""{"type":"integer"}""", "1.5")]
    [InlineData("""{"type":"integer","minimum":1}""", "0")]
    [InlineData("""{"type":"integer","maximum":3}""", "4")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"c\"")]
    [InlineData("""{"type":"string","format":"uuid"}""", "\"1\"")]
    [InlineData("""{"type":"string","format":"date"}""", "\"2026-02-30\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-02-03T10:00:00+01:00\"")]
    [InlineData("""{"type":"string","pattern":"^[0-9]$"}""", "\"12\"")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", """["a",1]""")]
    [InlineData("""{"type":"array","minItems":1,"maxItems":2}""", "[]")]
    [InlineData("""{"type":"array","minItems":1,"maxItems":2}""", "[1,2,3]")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", "1")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number"}]}""", "1")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", """{"a":1}""")]
    [InlineData("""{"$ref":"#/components/schemas/Word"}""", "\"c\"")]
    [InlineData(Person, "{}")]
    [InlineData(Person, """{"name":""}""")]
    [InlineData(Person, """{"name":"long"}""")]
    [InlineData(Person, """{"name":"a","born":"today"}""")]
    [InlineData(Person, """{"name":"a","age":3}""")]
    public void What_breaks_a_schema_is_found(string schema, string value) => Assert.NotEmpty(Complaints(schema, value));

    [Theory]
    [InlineData("""{"type":["null","string"]}""", "null")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", "null")]
    [InlineData("""{"anyOf":[{"type":"integer"},{"type":"number"}]}""", "1")]
    [InlineData("""{"$ref":"#/components/schemas/Word"}""", "\"a\"")]
    [InlineData(Person, """{"name":"a","born":"2026-02-03"}""")]
    public void What_keeps_a_schema_passes(string schema, string value) => Assert.Empty(Complaints(schema, value));

    [Fact]
    public void A_word_that_the_check_does_not_know_is_no_silent_success() =>
        Assert.Throws<NotSupportedException>(() => Complaints("""{"multipleOf":2}""", "3"));

    private static IReadOnlyList<string> Complaints(string schema, string value) =>
        SchemaCheck.Complaints(
            JsonNode.Parse("""{"components":{"schemas":{"Word":{"type":"string","enum":["a"]}}}}""")!,
            JsonNode.Parse(schema)!,
            JsonNode.Parse(value)
        );
}
