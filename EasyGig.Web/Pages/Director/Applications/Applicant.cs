using EasyGig.Domain.Artists;
using EasyGig.Domain.Facts;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>Who applied: what the artist says in public, and no more.</summary>
/// <param name="City">Where the artist is at home.</param>
public sealed record Applicant(string Slug, ArtistProfile Profile, string City, IReadOnlyList<Member> Members);

/// <param name="Plays">May be empty.</param>
public sealed record Member(string Name, string Plays);

/// <summary>Something that happened.</summary>
/// <param name="Who">The name of the person who did it; null when nobody signed in did.</param>
public sealed record HistoryLine(DateTimeOffset At, FactKind Fact, string? Who, string? Reason);
