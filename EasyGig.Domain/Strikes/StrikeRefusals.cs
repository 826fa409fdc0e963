namespace EasyGig.Domain.Strikes;

/// <summary>Every way a strike can be refused.</summary>
public static class StrikeRefusals
{
    public static readonly Refusal OneOwner = new("strikes_one_owner");
    public static readonly Refusal Once = new("strikes_once");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [OneOwner, Once];
}
