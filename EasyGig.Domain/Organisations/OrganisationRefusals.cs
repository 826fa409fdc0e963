namespace EasyGig.Domain.Organisations;

/// <summary>Every way an organisation's profile can be refused.</summary>
public static class OrganisationRefusals
{
    public static readonly Refusal NamePresent = new("organisations_name_present", "Name");
    public static readonly Refusal SlugTaken = new("organisations_slug_unique", "Name");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [NamePresent, SlugTaken];
}
