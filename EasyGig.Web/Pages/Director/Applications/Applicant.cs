using EasyGig.Domain.Artists;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>Who applied: what the artist says in public, and no more.</summary>
/// <param name="City">Where the artist is at home.</param>
/// <param name="Members">Who is on stage.</param>
public sealed record Applicant(string Slug, ArtistProfile Profile, string City, IReadOnlyList<Member> Members);

/// <param name="Plays">May be empty.</param>
public sealed record Member(string Name, string Plays);
