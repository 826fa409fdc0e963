using System.Collections;
using EasyGig.Domain.Genres;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EasyGig.Web.Data;

/// <summary>Stores a set of genres as <c>bit(128)</c>, genre 0 leftmost.</summary>
internal sealed class GenreSetConverter() : ValueConverter<GenreSet, BitArray>(set => ToBits(set), bits => FromBits(bits))
{
    public static BitArray ToBits(GenreSet set)
    {
        var bits = new BitArray(GenreSet.Capacity);
        foreach (var number in set.Numbers) bits[number] = true;
        return bits;
    }

    public static GenreSet FromBits(BitArray bits) =>
        GenreSet.Of(Enumerable.Range(0, bits.Length).Where(number => bits[number]));
}
