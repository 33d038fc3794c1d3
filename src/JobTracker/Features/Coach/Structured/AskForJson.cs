using System.Text.Json;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Structured;

/// <summary>Asks the model for JSON of a schema: what it may use is taken before and corrected after, and what makes no sense is asked for once more.</summary>
public sealed class AskForJson(OpenModel open, PackContext pack, CoachAllowance allowance)
{
    private const int MostOutput = 4_096;

    /// <param name="Value">Null when even the second answer was not what was asked for.</param>
    /// <param name="Text">As the model wrote it.</param>
    public sealed record Reply<T>(T? Value, string Text)
        where T : class;

    /// <param name="Turns">What is asked.</param>
    /// <param name="Schema">Of the answer.</param>
    /// <param name="Repair">Asks once more, and says what was wrong.</param>
    /// <param name="Read">Null for what is not as it was asked for.</param>
    public sealed record Question<T>(IReadOnlyList<Turn> Turns, JsonElement Schema, string Repair, Func<string, T?> Read)
        where T : class;

    /// <param name="owner">Whose.</param>
    /// <param name="applicationId">What the model is told of.</param>
    /// <param name="question">What is wanted, made when the context is known.</param>
    /// <param name="cancel">Ends the answer at the provider too; nothing is counted then.</param>
    public async Task<Outcome<Reply<T>>> RunAsync<T>(UserId owner, Guid applicationId, Question<T> question, CancellationToken cancel)
        where T : class
    {
        if (await pack.RunAsync(owner, applicationId, excluded: [], question.Turns, summary: null, cancel) is not { } prompt)
            return new NotFound();
        var opened = await open.RunAsync(owner, cancel);
        if (opened is not Done<CoachModel> { Value: var model })
            return ((Failed<CoachModel>)opened).Failure;
        var reserved = await allowance.ReserveAsync(owner, model.Purse, prompt.Tokens + MostOutput, cancel);
        if (reserved is not Done<Reservation> { Value: var reservation })
            return ((Failed<Reservation>)reserved).Failure;
        var spent = 0L;
        try
        {
            var first = await SpeakAsync(prompt.Messages);
            var value = question.Read(first);
            return new Reply<T>(value ?? await RepairAsync(first), first);
        }
        catch (AiException broken)
        {
            return broken.Trouble;
        }
        finally
        {
            await (
                spent > 0
                    ? allowance.SettleAsync(owner, reservation.Id, spent, CancellationToken.None)
                    : allowance.RefundAsync(owner, reservation.Id, CancellationToken.None)
            );
        }

        async Task<string> SpeakAsync(IReadOnlyList<ChatMessage> messages)
        {
            var options = new ChatOptions
            {
                MaxOutputTokens = MostOutput,
                ResponseFormat = ChatResponseFormat.ForJsonSchema(question.Schema, schemaName: "answer"),
            };
            var answering = model.Client.GetResponseAsync(messages, options, cancel);
            var answer = await allowance.WhileAsync(owner, reservation.Id, answering, cancel);
            spent += answer.Usage?.TotalTokenCount ?? prompt.Tokens + answer.Text.Length / 4;
            return answer.Text;
        }

        async Task<T?> RepairAsync(string wrong)
        {
            try
            {
                return question.Read(
                    await SpeakAsync([.. prompt.Messages, new(ChatRole.Assistant, wrong), new(ChatRole.User, question.Repair)])
                );
            }
            catch (AiException)
            {
                // The first answer is still there to be read as it is.
                return null;
            }
        }
    }
}
