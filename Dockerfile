# Three stages: Node bundles what browsers get, the SDK publishes the app, and the image that runs holds nothing but the result.
# tests/container/reproduce.mjs follows this file without Docker, so commands here use paths relative to their stage's folder.

FROM node:22-slim AS assets
WORKDIR /source/src/JobTracker/assets
COPY src/JobTracker/assets/package.json src/JobTracker/assets/package-lock.json src/JobTracker/assets/.npmrc ./
RUN npm ci
COPY src/JobTracker/assets ./
# The style sheet holds the classes that the pages use.
COPY src/JobTracker/Features ../Features
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/LocalPostgres/LocalPostgres.csproj src/LocalPostgres/packages.lock.json src/LocalPostgres/
COPY src/LocalPostgres/build src/LocalPostgres/build
COPY src/JobTracker/JobTracker.csproj src/JobTracker/Assets.targets src/JobTracker/packages.lock.json src/JobTracker/
RUN dotnet restore src/JobTracker --locked-mode
COPY src src
COPY --from=assets /source/src/JobTracker/wwwroot/build src/JobTracker/wwwroot/build
# No bundling here, and no PostgreSQL: Production starts no server of its own. CI has run the analysers.
# For this processor, so that it is compiled ahead. The packages are those that were restored above; only the compiler comes with this step.
RUN dotnet publish src/JobTracker -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -c Release -o published -p:Assets=false -p:EmbeddedPostgres=false -p:RunAnalyzers=false

# Ubuntu's variant: it has ICU and the time zones, which French texts and everybody's own days need; the smaller ones lack them.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /source/published ./
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
USER $APP_UID
# The base image listens here; PORT, where the host sets it, takes its place.
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "JobTracker.dll", "health"]
# In exec form, so that SIGTERM reaches the app; a CMD and no ENTRYPOINT, so that hosts can run "dotnet JobTracker.dll migrate" in its place.
CMD ["dotnet", "JobTracker.dll"]
