namespace EasyGig.Domain.Slots;

/// <summary>A slot as it was offered once: what an application that names this version answers.</summary>
public sealed class SlotVersion
{
    private SlotVersion() { }

    internal SlotVersion(Slot slot) => (SlotId, Number, StageId, Time, Terms) = (slot.Id, slot.TermsVersion, slot.StageId, slot.Time, slot.Terms with { Deal = slot.Terms.Deal with { } });

    public Guid SlotId { get; private set; }

    /// <inheritdoc cref="Slot.TermsVersion"/>
    public int Number { get; private set; }
    public Guid StageId { get; private set; }
    public Period Time { get; private set; }
    public SlotTerms Terms { get; private set; } = null!;
}
