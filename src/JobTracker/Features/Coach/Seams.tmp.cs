using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Providers
{
    public enum Purse { Server, Own }
    public sealed record CoachModel(IChatClient Client, AiProvider Provider, string Model, Purse Purse);
    public sealed class OpenModel(IConfiguration config)
    {
        public Task<Outcome<CoachModel>> RunAsync(UserId owner, CancellationToken cancel) =>
            Task.FromResult<Outcome<CoachModel>>(
                config["GEMINI_API_KEY"] is { Length: > 0 } key
                    ? new CoachModel(new Tmp(config["Gemini:BaseUrl"]!.TrimEnd('/'), key), AiProvider.Gemini, "gemini-3.8-flash", Purse.Server)
                    : new Conflict("ai_no_key", "no key")
            );
    }
    internal sealed class Tmp(string url, string key) : IChatClient
    {
        private static readonly HttpClient Http = new(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero });
        public void Dispose() { }
        public object? GetService(Type serviceType, object? serviceKey = null) => null;
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var updates = new List<ChatResponseUpdate>();
            await foreach (var one in GetStreamingResponseAsync(messages, options, cancellationToken)) updates.Add(one);
            return updates.ToChatResponse();
        }
        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var body = new JsonObject { ["contents"] = new JsonArray([.. messages.Select(m => (JsonNode)new JsonObject { ["role"] = m.Role == ChatRole.User ? "user" : "model", ["parts"] = new JsonArray(new JsonObject { ["text"] = m.Text }) })]) };
            using var request = new HttpRequestMessage(HttpMethod.Post, url + "/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse") { Content = JsonContent.Create(body) };
            request.Headers.Add("x-goog-api-key", key);
            using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) throw new AiException(new AiTrouble(AiCodes.Overloaded, TimeSpan.FromSeconds(30)));
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var finished = false;
            await using var events = System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try { if (!await events.MoveNextAsync()) break; }
                catch (Exception e) when (e is IOException or HttpRequestException) { throw new AiException(new AiTrouble(AiCodes.Interrupted)); }
                var json = JsonNode.Parse(events.Current.Data)!;
                if (json["error"] is not null) throw new AiException(new AiTrouble(AiCodes.Overloaded));
                foreach (var part in json["candidates"]?[0]?["content"]?["parts"]?.AsArray() ?? [])
                    if (part!["thought"] is null) yield return new ChatResponseUpdate(ChatRole.Assistant, part["text"]!.ToString());
                if (json["candidates"]?[0]?["finishReason"] is not null)
                {
                    finished = true;
                    var u = json["usageMetadata"]!;
                    yield return new ChatResponseUpdate { Contents = [new UsageContent(new UsageDetails { InputTokenCount = (int)u["promptTokenCount"]!, TotalTokenCount = (int)u["totalTokenCount"]! })] };
                }
            }
            if (!finished) throw new AiException(new AiTrouble(AiCodes.Interrupted));
        }
    }
    public static class AiSentences { public static string Of(AiTrouble trouble, AiProvider? provider, IStringLocalizer<Texts> t) => "Gemini says " + trouble.Code; }
}
namespace JobTracker.Features.Coach.Limits
{
    using JobTracker.Features.Coach.Providers;
    public sealed record Reservation(Guid Id, Purse Purse);
    public sealed class CoachAllowance(TimeProvider clock)
    {
        public static readonly ConcurrentDictionary<Guid, int> Used = new();
        public Task<Outcome<Reservation>> ReserveAsync(UserId owner, Purse purse, long tokens, CancellationToken cancel) { Used.AddOrUpdate(owner.Value, 1, (_, n) => n + 1); return Task.FromResult<Outcome<Reservation>>(new Reservation(Guid.CreateVersion7(clock.GetUtcNow()), purse)); }
        public Task RenewAsync(UserId owner, Guid reservation, CancellationToken cancel) => Task.CompletedTask;
        public Task SettleAsync(UserId owner, Guid reservation, long tokens, CancellationToken cancel) => Task.CompletedTask;
        public Task RefundAsync(UserId owner, Guid reservation, CancellationToken cancel) { Used.AddOrUpdate(owner.Value, 0, (_, n) => n - 1); return Task.CompletedTask; }
    }
    public sealed class ReadStanding(IConfiguration config, TimeProvider clock) { public Task<CoachStanding?> RunAsync(UserId owner, CancellationToken cancel) => Task.FromResult<CoachStanding?>(config["GEMINI_API_KEY"] is { Length: > 0 } ? new CoachStanding(AiProvider.Gemini, "gemini-3.8-flash", Purse.Server, Keys.GiveConsent.Given.ContainsKey(owner.Value), 50 - CoachAllowance.Used.GetValueOrDefault(owner.Value), 50, 200000, 200000, clock.GetUtcNow().AddHours(3)) : new CoachStanding(null, null, null, false, null, null, null, null, clock.GetUtcNow())); }
    public sealed record CoachStanding(AiProvider? Provider, string? Model, Purse? Purse, bool Agreed, int? MessagesLeft, int? MessagesMax, long? TokensLeft, long? TokensMax, DateTimeOffset ResetsAt);
}
namespace JobTracker.Features.Coach.Keys
{
    public sealed class GiveConsent { public static readonly ConcurrentDictionary<Guid, bool> Given = new(); public Task<Outcome<Nothing>> RunAsync(UserId owner, AiProvider provider, CancellationToken cancel) { Given[owner.Value] = true; return Task.FromResult<Outcome<Nothing>>(Nothing.Value); } }
}
namespace JobTracker.Features.Coach.Context
{
    public sealed record Turn(ChatRole Role, string Text);
    public sealed record ContextItem(string Key, string Kind, string Title, string? Detail, int Tokens, bool Excluded, bool Included, bool Truncated);
    public sealed record PackedPrompt(IReadOnlyList<ChatMessage> Messages, IReadOnlyList<ContextItem> Items, int Tokens, int Budget, string Hash, int TurnsLeftOut);
    public sealed class PackContext(JobTrackerDb db)
    {
        public async Task<PackedPrompt?> RunAsync(UserId owner, Guid applicationId, IReadOnlyCollection<string> excluded, IReadOnlyList<Turn> turns, string? summary, CancellationToken cancel)
        {
            if (!await db.Applications.OwnedBy(owner).AnyAsync(a => a.Id == applicationId, cancel)) return null;
            ContextItem Item(string key, string title, string detail, int tokens) => new(key, key, title, detail, tokens, excluded.Contains(key), !excluded.Contains(key), key == "posting");
            var items = new[] { Item("facts", "Application facts", "Status, dates, place, contact", 240), Item("interview", "Next interview", "Technical, Mon 23 Nov", 410), Item("posting", "Posting", "Captured 30 Oct, in full", 1920), Item("note:1", "R-tree project note", "Writing, 14 Nov", 1310) };
            var left = Math.Max(0, turns.Count - 9);
            return new PackedPrompt([.. turns.Skip(left).Select(t => new ChatMessage(t.Role, t.Text))], items, items.Where(i => i.Included).Sum(i => i.Tokens), 12000, "x", left);
        }
    }
}
