using JobTracker.Testing;

namespace JobTracker.Tests.Web.Problems;

public sealed class RoutingTests(SharedApp shared)
{
    [Theory]
    [InlineData("GET", "/api/applications/1")]
    [InlineData("GET", "/api/applications/018f3b3e-0000-7000-8000-00000000000")]
    [InlineData("PUT", "/api/applications/not-an-id")]
    [InlineData("DELETE", "/api/applications/' or 1=1")]
    [InlineData("POST", "/api/applications/1/restore")]
    [InlineData("POST", "/api/applications/1/favorite")]
    [InlineData("POST", "/api/applications/1/status")]
    [InlineData("GET", "/api/applications/1/history")]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/api")]
    [InlineData("POST", "/api/auth/nothing")]
    [InlineData("GET", "/health/nothing")]
    [InlineData("GET", "/meta/nothing")]
    public async Task What_has_no_route_or_no_id_is_a_404_problem(string method, string path)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.SendAsync(new HttpMethod(method), path, method == "GET" ? null : new { });
        await answer.ProblemAsync(404, "not_found");
    }

    [Theory]
    [InlineData("PUT", "/api/applications", "GET, POST")]
    [InlineData("POST", "/api/applications/018f3b3e-0000-7000-8000-000000000000", "DELETE, GET, PATCH, PUT")]
    [InlineData("GET", "/api/auth/login", "POST")]
    [InlineData("POST", "/api/auth/me", "DELETE, GET")]
    [InlineData("DELETE", "/meta", "GET")]
    public async Task A_method_that_a_route_does_not_know_is_a_405_that_names_those_it_knows(string method, string path, string allowed)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.SendAsync(new HttpMethod(method), path);
        await answer.ProblemAsync(405, "method_not_allowed");
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("/api/applications/duplicates?company=%00&position=x")]
    [InlineData("/api/applications/duplicates?link=%00")]
    [InlineData("/api/applications/duplicates?link=https://%ED%A0%80")]
    [InlineData("/api/applications?q=%ED%A0%80")]
    [InlineData("/api/applications?q=%F0%9F%98")]
    [InlineData("/api/applications?status=%00")]
    [InlineData("/api/applications?cursor=%00")]
    [InlineData("/api/applications?limit=%C3%28")]
    public async Task No_query_makes_the_server_fail(string path)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.GetAsync(path);
        Assert.Contains((int)answer.StatusCode, new[] { 200, 400 });
    }
}
