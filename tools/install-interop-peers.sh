#!/usr/bin/env bash
# Installs what others wrote and the interop suite holds ours against: Debian packages only. What is there already is left alone.
set -eu
packages=(xmlsec1 libxml2-utils python3-zeep python3-xmlsec)

missing=()
for package in "${packages[@]}"; do
  dpkg --status "$package" >/dev/null 2>&1 || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}"
