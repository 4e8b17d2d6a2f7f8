#pragma once

namespace tiendo::web {

/// What a route asks of the person. Whether it is held is decided before the handler runs; for
/// which unit and plan it is held, the use case decides.
enum class Right {
    public_page,    ///< for everybody, signed in or not; must be written out
    signed_in,      ///< any account
    fill_report,    ///< công chức đầu mối, lãnh đạo đơn vị
    follow_plan,    ///< sees the whole plan: theo dõi, lãnh đạo, phụ trách lĩnh vực
    manage_plan,    ///< nạp, rà soát, mở kỳ, chốt
    review_reports, ///< tiếp nhận, trả lại, đôn đốc
    consolidate,    ///< tổng hợp, ban hành
    administer      ///< đơn vị, người dùng, cài đặt
};

} // namespace tiendo::web
