# The silo and the gateway in one image; docker compose says which one runs.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Silo -c Release -o /app/silo && dotnet publish src/Gateway -c Release -o /app/gateway

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
CMD ["dotnet", "gateway/CampaignEngine.Gateway.dll"]
