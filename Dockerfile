# One image for web server, worker and scheduler; docker-compose.yml says which command runs where.
FROM python:3.12-slim-bookworm

# Pango draws the printed papers.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*

RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin partyunit \
    && install -d -o partyunit -g partyunit -m 750 /data

WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN python -m compileall -q .

# Static files are served from where they lie: the folder they could be collected in is missing on purpose.
ENV PYTHONUNBUFFERED=1 \
    PYTHONUTF8=1 \
    PYTHONWARNINGS="ignore:No directory at" \
    HOME=/tmp \
    DATA_DIR=/data
USER partyunit
VOLUME /data
EXPOSE 8000
