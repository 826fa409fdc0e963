using System.Text.Json;

namespace EasyGig.Domain;

/// <summary>Enums are stored, sent and linked as words: <c>PendingReview</c> is <c>pending_review</c> everywhere but in C#.</summary>
public static class Word
{
    /// <summary>The word of a value, in snake case.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value behind a word, or null when there is none.</summary>
    public static TEnum? Read<TEnum>(string? word) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (Of(value) == word) return value;
        return null;
    }
}
