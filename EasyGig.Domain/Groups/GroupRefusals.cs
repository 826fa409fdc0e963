namespace EasyGig.Domain.Groups;

/// <summary>Every way a group can be refused.</summary>
public static class GroupRefusals
{
    /// <summary>Too few or too many; names both bounds.</summary>
    public static readonly Refusal Size = new("groups_size");

    /// <summary>Something in it is wrong, and each line says what.</summary>
    public static readonly Refusal Lines = new("groups_lines");

    /// <summary>The artist may not be put forward now; why is its own affair.</summary>
    public static readonly Refusal NotNow = new("groups_not_now", "ArtistId");

    /// <summary>One slot stands in it twice.</summary>
    public static readonly Refusal SlotTwice = new("groups_slot_twice", "SlotId");

    /// <summary>The artist would play at two places at once; names the other time.</summary>
    public static readonly Refusal Overlap = new("groups_overlap", "ArtistId");

    /// <summary>The artist is not on the organisation's roster.</summary>
    public static readonly Refusal NoConsent = new("groups_no_consent", "ArtistId");

    /// <summary>The artist has a live application to the slot.</summary>
    public static readonly Refusal Applied = new("groups_applied", "ArtistId");

    /// <summary>The artist plays elsewhere at that time; names where and when.</summary>
    public static readonly Refusal Busy = new("groups_busy", "ArtistId");

    /// <summary>Swapped for itself.</summary>
    public static readonly Refusal SameArtist = new("groups_same_artist", "ArtistId");

    /// <summary>It is complete, refused or expired, or is about to be.</summary>
    public static readonly Refusal Over = new("groups_over");

    public static readonly Refusal Agreed = new("groups_agreed");
    public static readonly Refusal NotAgreed = new("groups_not_agreed");

    /// <summary>The last yes came while not every slot and artist was free.</summary>
    public static readonly Refusal NotFree = new("groups_not_free");

    /// <summary>An application of a group is answered by yes or no.</summary>
    public static readonly Refusal NoOffers = new("applications_of_group_answered");

    /// <summary>An application of a group is booked with the others or not at all.</summary>
    public static readonly Refusal Whole = new("groups_whole");

    public static readonly Refusal Step = new("groups_step");
    public static readonly Refusal Pairs = new("group_pairs_count");
    public static readonly Refusal PairOfItsGroup = new("group_pairs_of_its_group");
    public static readonly Refusal PairFixed = new("group_pairs_fixed");
    public static readonly Refusal PairConsent = new("group_pairs_consent");
    public static readonly Refusal Ending = new("groups_ending");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [NoOffers, Whole, Step, Pairs, PairOfItsGroup, PairFixed, PairConsent, Ending];
}
