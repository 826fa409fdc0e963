namespace EasyGig.Web.Places;

/// <summary>A filter as the reader calls it.</summary>
/// <param name="Without">The address of the search without it.</param>
public sealed record FilterChip(string Name, string Without);
