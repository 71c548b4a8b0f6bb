//! What a year is held to besides its room: floors, ceilings, and room that opens later.

/// What regions and groups are to get.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Floors {
    /// Shares of the persons settled.
    pub regions: Vec<RegionFloor>,
    /// Shares of what each group could have had.
    pub groups: Vec<GroupFloor>,
}

/// How many of the persons settled are to live in a region, in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegionFloor {
    /// The region.
    pub region: u32,
    /// At least so many.
    pub min_ppm: Option<u32>,
    /// At most so many.
    pub max_ppm: Option<u32>,
}

/// What a group's placements are to be worth, in millionths of what they would be if each of its cases had the place
/// that is best for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupFloor {
    /// The group of origin.
    pub origin_group: u32,
    /// At least so much.
    pub min_ppm: u32,
}

/// Room that opens after the year's first week, decided before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The place, an index.
    pub place: u32,
    /// The week from which there is room, from 0.
    pub week: u32,
    /// For how many persons.
    pub capacity: u32,
}
