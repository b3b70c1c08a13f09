"""The queue's settings: every form of a Redis address, and the folder that serves without Redis."""

import os
import time

import pytest
from django.conf import settings
from kombu import Connection, Consumer, Producer, Queue

from partyunit.broker import broker_url, folder_options
from partyunit.queue_folder import KEEP_PROCESSED_SECONDS, prune_processed


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("redis://localhost:6379/2", "redis://localhost:6379/2"),
        ("redis://:secret@cache/0", "redis://:secret@cache/0"),
        ("rediss://cache:6380/0", "rediss://cache:6380/0?ssl_cert_reqs=required"),
        ("rediss://cache/0?ssl_cert_reqs=none", "rediss://cache/0?ssl_cert_reqs=none"),
        ("unix:///run/redis.sock", "redis+socket:///run/redis.sock"),
        ("unix:///run/redis.sock?db=3", "redis+socket:///run/redis.sock?virtual_host=3"),
        ("unix://:secret@/run/redis.sock", "redis+socket://:secret@/run/redis.sock"),
        ("redis+socket:///run/redis.sock", "redis+socket:///run/redis.sock"),
    ],
)
def test_address_of_redis_becomes_celery_s(given, meant):
    assert broker_url(given) == meant


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "queue"


def connect(folder):
    return Connection(
        "filesystem://localhost",
        transport="partyunit.queue_folder.Transport",
        transport_options=folder_options(folder),
    )


def test_folder_makes_itself_and_gives_messages_in_order(folder):
    queue = Queue("celery")
    got = []
    with connect(folder) as broker:
        for number in range(3):
            Producer(broker).publish(
                {"number": number}, exchange="", routing_key="celery", declare=[queue]
            )
            time.sleep(0.002)
        with Consumer(broker, queue, callbacks=[lambda body, message: got.append(body)]):
            for _ in range(3):
                broker.drain_events(timeout=5)
    assert got == [{"number": 0}, {"number": 1}, {"number": 2}]
    assert len(list((folder / "processed").iterdir())) == 3


def test_message_cut_off_by_a_power_cut_stops_nobody(folder):
    queue = Queue("celery")
    got = []
    with connect(folder) as broker:
        broker.default_channel.queue_declare("celery")
        (folder / "messages" / "000_broken.celery.msg").write_bytes(b'{"body": "ab')
        Producer(broker).publish({"whole": 1}, exchange="", routing_key="celery", declare=[queue])
        with Consumer(broker, queue, callbacks=[lambda body, message: got.append(body)]):
            broker.drain_events(timeout=5)
    assert got == [{"whole": 1}]


def test_read_messages_are_cleared_away_after_a_while(folder, monkeypatch):
    monkeypatch.setattr(settings, "QUEUE_DIR", folder)
    for name in ("processed", "messages"):
        (folder / name).mkdir(parents=True)
    old, new = folder / "processed" / "1.celery.msg", folder / "processed" / "2.celery.msg"
    waiting = folder / "messages" / "3.celery.msg"
    left = folder / "messages" / "4.unfinished"
    for path in (old, new, waiting, left):
        path.touch()
    past = time.time() - KEEP_PROCESSED_SECONDS - 10
    for path in (old, waiting, left):
        os.utime(path, (past, past))
    prune_processed()
    assert sorted(p.name for p in folder.rglob("*") if p.is_file()) == [
        "2.celery.msg",
        "3.celery.msg",
    ]
