-- Into how many parts a build is divided, as the node that began it has decided: another node may have fewer processors and still has to
-- work at all of them when it is alone. Without a number where a node of an older release began it.
ALTER TABLE views.build ADD COLUMN segments integer CHECK (segments > 0);
