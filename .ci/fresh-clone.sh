#!/usr/bin/env bash
# Clone what is committed into an empty folder and run `make site` there with an empty home and a bare environment;
# when nothing is uncommitted here, the clone has to build what was built here: .ci/fresh-clone.sh FOLDER
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/home"
git clone --quiet . "$folder/clone"

# How this machine reaches the network is no setting of the project's.
network=()
for name in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy SSL_CERT_FILE; do
  if [ -n "${!name:-}" ]; then network+=("$name=${!name}"); fi
done
env -i HOME="$folder/home" PATH="$PATH" ${network[@]+"${network[@]}"} make -C "$folder/clone" site

if [ -z "$(git status --porcelain)" ]; then
  diff --recursive --brief --exclude=.gitignore "$1" "$folder/clone/output"
  echo 'The same bytes as the build here.'
fi
