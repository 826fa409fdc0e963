namespace EasyGig.Web.Demo;

/// <summary>Chance that falls the same way every time.</summary>
internal sealed class Dice(uint seed)
{
    private uint _state = seed;

    /// <summary>0 to one less than the number of sides.</summary>
    public int Roll(int sides)
    {
        // xorshift32 (Marsaglia 2003)
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)sides);
    }

    public T Of<T>(IReadOnlyList<T> choices) => choices[Roll(choices.Count)];
}
