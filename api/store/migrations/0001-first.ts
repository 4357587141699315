/** The first tables. A migration that has shipped is never changed: the next one is a new file. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table owners (
    id text primary key,
    name text not null,
    created_at timestamptz(3) not null default now())`,
  `create table keys (
    id uuid primary key,
    owner text not null references owners,
    name text not null,
    hash text not null unique,
    scopes jsonb not null,
    created_at timestamptz(3) not null default now(),
    revoked_at timestamptz(3),
    last_used_at timestamptz(3))`,
  `create table audit (
    id bigint generated always as identity primary key,
    owner text not null,
    key_id uuid,
    action text not null,
    subject text not null,
    at timestamptz(3) not null default now())`,
  `create table profiles (
    owner text not null references owners,
    id text not null,
    name text not null,
    size_bytes bigint not null,
    detected jsonb not null,
    created_at timestamptz(3) not null default now(),
    primary key (owner, id),
    unique (owner, name))`,
  `create table scenario_versions (
    owner text not null references owners,
    hash text not null,
    document jsonb not null,
    profiles jsonb not null,
    created_at timestamptz(3) not null default now(),
    primary key (owner, hash))`,
  `create table scenarios (
    id uuid primary key,
    owner text not null,
    name text not null,
    version_hash text not null,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    foreign key (owner, version_hash) references scenario_versions (owner, hash))`,
  'create index scenarios_by_owner on scenarios (owner, created_at, id)',
  `create table batches (
    id uuid primary key,
    owner text not null references owners,
    name text not null,
    total integer not null,
    created_at timestamptz(3) not null default now())`,
  `create table results (
    id uuid primary key,
    owner text not null references owners,
    run_key text not null,
    answer text not null,
    created_at timestamptz(3) not null default now(),
    unique (owner, run_key))`,
  `create table runs (
    id uuid primary key,
    owner text not null,
    batch_id uuid references batches,
    scenario_hash text not null,
    scenario_name text not null,
    study text not null,
    options jsonb not null,
    run_key text not null,
    priority smallint not null,
    status text not null check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    progress double precision not null default 0,
    claim integer not null default 0,
    attempts integer not null default 0,
    ticket uuid,
    result_id uuid references results,
    answer text,
    reused boolean not null default false,
    failure jsonb,
    last_event integer not null default 0,
    created_at timestamptz(3) not null default now(),
    started_at timestamptz(3),
    finished_at timestamptz(3),
    foreign key (owner, scenario_hash) references scenario_versions (owner, hash),
    check ((status = 'succeeded') = (result_id is not null)),
    check ((status = 'failed') = (failure is not null)))`,
  'create index runs_by_owner on runs (owner, created_at, id)',
  `create index runs_waiting on runs (priority desc, created_at) where status = 'queued'`,
  `create index runs_running on runs (owner) where status = 'running'`,
  'create index runs_by_ticket on runs (ticket) where ticket is not null',
  'create index runs_by_batch on runs (batch_id) where batch_id is not null',
  `create table run_events (
    run_id uuid not null references runs,
    sequence integer not null,
    kind text not null,
    data jsonb not null,
    at timestamptz(3) not null default now(),
    primary key (run_id, sequence))`,
  `create table idempotency_keys (
    owner text not null,
    key text not null,
    body_hash text not null,
    run_id uuid not null references runs,
    created_at timestamptz(3) not null default now(),
    primary key (owner, key))`,
  `insert into owners (id, name) values ('local', 'whoever uses this machine')`,
];

export const first: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
