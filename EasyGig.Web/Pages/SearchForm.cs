using EasyGig.Domain.Searches;

namespace EasyGig.Web.Pages;

/// <summary>What a search to be kept is asked for.</summary>
/// <param name="Address">The search.</param>
public sealed record SearchForm(string Address, string Name, SearchAlert Alert);
