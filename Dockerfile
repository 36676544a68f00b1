# The command as an image: Node and the npm package, nothing else. From the files of a release, or of this checkout:
#
#     npm run release:files && docker build --tag mx-gate .
#
# Before publishing, pin the base by digest, for both architectures at once (docs/publishing.md):
#
#     docker buildx imagetools inspect node:24.21.0-bookworm-slim --format '{{.Manifest.Digest}}'
ARG NODE=node:24.21.0-bookworm-slim

# What npm makes of the package is the same for every architecture: it is made on the builder's own.
FROM --platform=$BUILDPLATFORM ${NODE} AS package
COPY release/mx-gate-*.tgz /tmp/
RUN npm install --global --prefix /opt/mx-gate --offline --no-audit --no-fund /tmp/mx-gate-*.tgz

FROM ${NODE}
LABEL org.opencontainers.image.source="https://github.com/mx-gate/mx-gate" \
      org.opencontainers.image.licenses="MIT"
COPY --from=package /opt/mx-gate/ /usr/local/
# Reports are written here: mount a folder that the user may write to.
WORKDIR /mail
USER 1000:1000
ENTRYPOINT ["mx-gate"]
CMD ["--help"]
