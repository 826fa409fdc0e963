FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
COPY eng/need eng/
RUN eng/need dotnet node
COPY . .
RUN eng/publish /app -p:UseMailKit=true

# "extra" has the alphabets and time zones; there is no shell and no root in it. Nothing is written: run it read-only.
# The youngest generation is held to 4 MB; by itself it grows with the processor's cache.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_GCgen0size=0x400000 \
    DOTNET_hostBuilder__reloadConfigOnChange=false
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --start-interval=2s CMD ["dotnet", "EasyGig.Web.dll", "health"]
ENTRYPOINT ["dotnet", "EasyGig.Web.dll"]
