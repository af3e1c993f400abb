-- Builds of the views beside the serving ones. At most one is under way.
CREATE TABLE views.build (
  build       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state       text NOT NULL DEFAULT 'BUILDING' CHECK (state IN ('BUILDING', 'SERVING', 'CANCELLED')),
  prepared    boolean NOT NULL DEFAULT false,
  asked_by    text NOT NULL,
  asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at    timestamptz,
  ended_by    text,
  done        bigint NOT NULL DEFAULT 0,
  total       bigint NOT NULL DEFAULT 0,
  rate        double precision NOT NULL DEFAULT 0,
  measured_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX build_under_way ON views.build ((true)) WHERE state = 'BUILDING';

-- Nodes that take part, so that they can divide the segments fairly.
CREATE TABLE views.worker (
  build   bigint NOT NULL REFERENCES views.build,
  node    text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (build, node)
);
