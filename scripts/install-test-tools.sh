#!/bin/sh
# Installs what the tests read PDFs with and npm does not have: qpdf and poppler.
# Does nothing where they are there already.
set -e
command -v qpdf >/dev/null && command -v pdftotext >/dev/null && exit 0
if command -v apt-get >/dev/null; then
  root=""
  [ "$(id -u)" = 0 ] || root="sudo"
  $root apt-get update -qq
  $root apt-get install -y -qq --no-install-recommends qpdf poppler-utils >/dev/null
elif command -v brew >/dev/null; then
  brew install qpdf poppler
else
  echo "install qpdf and poppler (pdftotext), then run the tests again" >&2
  exit 1
fi
