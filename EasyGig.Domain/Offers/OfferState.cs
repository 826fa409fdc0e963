using static EasyGig.Domain.Offers.OfferState;

namespace EasyGig.Domain.Offers;

/// <summary>An offer stands until the other side answers it, its own side takes it back or betters it, what it was for is gone, or its time is over.</summary>
public enum OfferState { Standing, Accepted, Refused, Withdrawn, Replaced, Lapsed, Expired }

public static class OfferSteps
{
    public static readonly Steps<OfferState> All = new Steps<OfferState>()
        .Begin(Standing)
        .Allow([Standing], Accepted, Refused, Withdrawn, Replaced, Lapsed, Expired);
}
