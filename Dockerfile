FROM node:24-slim

ENV NODE_ENV=production \
    DEBRIEF_DATABASE_URL=/data/debrief.sqlite \
    DEBRIEF_HTTP_HOST=0.0.0.0 \
    DEBRIEF_HTTP_PORT=8080

WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY bin ./bin
COPY src ./src
COPY adapters ./adapters
COPY prompts ./prompts

RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
# A smoke test of the image, which leaves the compiled sources behind (they are kept by the flags they were compiled under): the
# first start is as quick and small as the later ones.
RUN node --max-semi-space-size=8 bin/debrief.js demo > /dev/null
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DEBRIEF_HTTP_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "bin/debrief.js", "serve"]
