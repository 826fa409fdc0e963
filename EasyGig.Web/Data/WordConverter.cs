using EasyGig.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EasyGig.Web.Data;

/// <summary>Stores an enum as its word.</summary>
internal sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => Word.Of(value), word => ReadWord(word)) where TEnum : struct, Enum
{
    private static TEnum ReadWord(string word) =>
        Word.Read<TEnum>(word) ?? throw new InvalidOperationException($"The database holds the word '{word}', which {typeof(TEnum).Name} does not know.");
}
