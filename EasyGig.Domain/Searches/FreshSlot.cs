namespace EasyGig.Domain.Searches;

/// <summary>A slot that takes applications, and that no saved search has looked at yet.</summary>
/// <param name="Id">The slot's.</param>
/// <param name="At">Since when it is open.</param>
public sealed record FreshSlot(Guid Id, DateTimeOffset At);
