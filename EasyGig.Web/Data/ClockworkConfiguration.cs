using EasyGig.Web.Clockwork;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How deadlines lie in their table (Sql/0017.clockwork.sql). The database alone writes them (Sql/rules.clockwork.sql), but for how they went.</summary>
internal sealed class ClockworkConfiguration : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.HasKey(d => new { d.Subject, d.Kind });
        builder.Property(d => d.Kind).HasMaxLength(32);
        builder.Property(d => d.Error).HasMaxLength(500);
    }
}
