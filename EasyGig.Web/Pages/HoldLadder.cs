using EasyGig.Web.Holds;

namespace EasyGig.Web.Pages;

/// <summary>A stack of holds, drawn as the ladder that a challenge climbs.</summary>
/// <param name="Acts">Whether the reader does something about it here.</param>
public sealed record HoldLadder(StackView Stack, DateTimeOffset Now, bool Acts = false);
