namespace EmrSec.Rules.Tests.Requirements;

/// <summary>
/// Appendices I–V of 12/2022/TT-BTTTT, written down once more from the circular and not from the catalogue. A row: id, group, title, then
/// for each level 1–5 what identifies it there (clause of TCVN 11930:2017, or the appendix's own number); a dash where the level has none.
/// </summary>
internal static class AppendixTable
{
    /// <summary>I and II.2: the clause at each level.</summary>
    public const string Clauses = """
        tt12.m.1.1.1 | policy | Chính sách an toàn thông tin | 5.1.1.1 | 6.1.1.1 | 7.1.1.1 | 8.1.1.1 | 9.1.1.1
        tt12.m.1.1.2 | policy | Xây dựng và công bố | 5.1.1.2 | 6.1.1.2 | 7.1.1.2 | 8.1.1.2 | 9.1.1.2
        tt12.m.1.1.3 | policy | Rà soát, sửa đổi | 5.1.1.3 | 6.1.1.3 | 7.1.1.3 | 8.1.1.3 | 9.1.1.3
        tt12.m.1.2.1 | organisation | Đơn vị chuyên trách về an toàn thông tin | 5.1.2.1 | 6.1.2.1 | 7.1.2.1 | 8.1.2.1 | 9.1.2.1
        tt12.m.1.2.2 | organisation | Phối hợp với cơ quan/tổ chức có thẩm quyền | 5.1.2.2 | 6.1.2.2 | 7.1.2.2 | 8.1.2.2 | 9.1.2.2
        tt12.m.1.3.1 | personnel | Tuyển dụng | 5.1.3.1 | 6.1.3.1 | 7.1.3.1 | 8.1.3.1 | 9.1.3.1
        tt12.m.1.3.2 | personnel | Trong quá trình làm việc | 5.1.3.2 | 6.1.3.2 | 7.1.3.2 | 8.1.3.2 | 9.1.3.2
        tt12.m.1.3.3 | personnel | Chấm dứt hoặc thay đổi công việc | 5.1.3.3 | 6.1.3.3 | 7.1.3.3 | 8.1.3.3 | 9.1.3.3
        tt12.m.1.4.design | design-build | Thiết kế an toàn hệ thống thông tin | 5.1.4.1 | 6.1.4.1 | 7.1.4.1 | 8.1.4.1 | 9.1.4.1
        tt12.m.1.4.outsourced-software | design-build | Phát triển phần mềm thuê khoán | - | 6.1.4.2 | 7.1.4.2 | 8.1.4.2 | 9.1.4.2
        tt12.m.1.4.acceptance | design-build | Thử nghiệm và nghiệm thu hệ thống | 5.1.4.2 | 6.1.4.3 | 7.1.4.3 | 8.1.4.3 | 9.1.4.3
        tt12.m.1.5.network | operation | Quản lý an toàn mạng | 5.1.5.1 | 6.1.5.1 | 7.1.5.1 | 8.1.5.1 | 9.1.5.1
        tt12.m.1.5.server-app | operation | Quản lý an toàn máy chủ và ứng dụng | 5.1.5.2 | 6.1.5.2 | 7.1.5.2 | 8.1.5.2 | 9.1.5.2
        tt12.m.1.5.data | operation | Quản lý an toàn dữ liệu | 5.1.5.3 | 6.1.5.3 | 7.1.5.3 | 8.1.5.3 | 9.1.5.3
        tt12.m.1.5.endpoint | operation | Quản lý an toàn thiết bị đầu cuối | - | - | 7.1.5.4 | 8.1.5.4 | 9.1.5.4
        tt12.m.1.5.malware | operation | Quản lý phòng chống phần mềm độc hại | - | - | 7.1.5.5 | 8.1.5.5 | 9.1.5.5
        tt12.m.1.5.monitoring | operation | Quản lý giám sát an toàn hệ thống thông tin | - | - | 7.1.5.6 | 8.1.5.6 | 9.1.5.6
        tt12.m.1.5.vulnerability | operation | Quản lý điểm yếu an toàn thông tin | - | - | 7.1.5.7 | 8.1.5.7 | 9.1.5.7
        tt12.m.1.5.incident | operation | Quản lý sự cố an toàn thông tin | - | 6.1.5.4 | 7.1.5.8 | 8.1.5.8 | 9.1.5.8
        tt12.m.1.5.end-user | operation | Quản lý an toàn người sử dụng đầu cuối | - | 6.1.5.5 | 7.1.5.9 | 8.1.5.9 | 9.1.5.9
        tt12.m.1.6 | risk | Phương án Quản lý rủi ro an toàn thông tin | none | none | none | none | none
        tt12.m.1.7 | disposal | Phương án Kết thúc vận hành, khai thác, thanh lý, hủy bỏ | none | none | none | none | none
        tt12.c.network.external-access | network | Kiểm soát truy cập từ bên ngoài mạng | 5.2.1.2 | 6.2.1.2 | 7.2.1.2 | 8.2.1.2 | 9.2.1.2
        tt12.c.network.internal-access | network | Kiểm soát truy cập từ bên trong mạng | - | 6.2.1.3 | 7.2.1.3 | 8.2.1.3 | 9.2.1.3
        tt12.c.network.log | network | Nhật ký hệ thống | 5.2.1.3 | 6.2.1.4 | 7.2.1.4 | 8.2.1.4 | 9.2.1.4
        tt12.c.network.intrusion | network | Phòng chống xâm nhập | 5.2.1.4 | 6.2.1.5 | 7.2.1.5 | 8.2.1.5 | 9.2.1.5
        tt12.c.network.malware | network | Phòng chống phần mềm độc hại trên môi trường mạng | - | - | 7.2.1.6 | 8.2.1.6 | 9.2.1.6
        tt12.c.network.device | network | Bảo vệ thiết bị hệ thống | 5.2.1.5 | 6.2.1.6 | 7.2.1.7 | 8.2.1.7 | 9.2.1.7
        tt12.c.server.auth | server | Xác thực | 5.2.2.1 | 6.2.2.1 | 7.2.2.1 | 8.2.2.1 | 9.2.2.1
        tt12.c.server.access | server | Kiểm soát truy cập | 5.2.2.2 | 6.2.2.2 | 7.2.2.2 | 8.2.2.2 | 9.2.2.2
        tt12.c.server.log | server | Nhật ký hệ thống | 5.2.2.3 | 6.2.2.3 | 7.2.2.3 | 8.2.2.3 | 9.2.2.3
        tt12.c.server.intrusion | server | Phòng chống xâm nhập | 5.2.2.4 | 6.2.2.4 | 7.2.2.4 | 8.2.2.4 | 9.2.2.4
        tt12.c.server.malware | server | Phòng chống phần mềm độc hại | 5.2.2.5 | 6.2.2.5 | 7.2.2.5 | 8.2.2.5 | 9.2.2.5
        tt12.c.server.handover | server | Xử lý máy chủ khi chuyển giao | - | 6.2.2.6 | 7.2.2.6 | 8.2.2.6 | 9.2.2.6
        tt12.c.app.auth | app | Xác thực | 5.2.3.1 | 6.2.3.1 | 7.2.3.1 | 8.2.3.1 | 9.2.3.1
        tt12.c.app.access | app | Kiểm soát truy cập | 5.2.3.2 | 6.2.3.2 | 7.2.3.2 | 8.2.3.2 | 9.2.3.2
        tt12.c.app.log | app | Nhật ký hệ thống | 5.2.3.3 | 6.2.3.3 | 7.2.3.3 | 8.2.3.3 | 9.2.3.3
        tt12.c.app.communication | app | Bảo mật thông tin liên lạc | - | - | 7.2.3.4 | 8.2.3.4 | 9.2.3.4
        tt12.c.app.non-repudiation | app | Chống chối bỏ | - | - | 7.2.3.5 | 8.2.3.5 | 9.2.3.5
        tt12.c.app.code | app | An toàn ứng dụng và mã nguồn | - | 6.2.3.4 | 7.2.3.6 | 8.2.3.6 | 9.2.3.6
        tt12.c.data.integrity | data | Nguyên vẹn dữ liệu | - | - | 7.2.4.1 | 8.2.4.1 | 9.2.4.1
        tt12.c.data.confidentiality | data | Bảo mật dữ liệu | - | 6.2.4.1 | 7.2.4.2 | 8.2.4.2 | 9.2.4.2
        tt12.c.data.backup | data | Sao lưu dự phòng | 5.2.4.1 | 6.2.4.2 | 7.2.4.3 | 8.2.4.3 | 9.2.4.3
        """;

    /// <summary>II.1: the number at each level.</summary>
    public const string Numbers = """
        tt12.d.zone.i | internal | Vùng mạng nội bộ | a.i | a.i | a.i | a.i | a.i
        tt12.d.zone.ii | border | Vùng mạng biên | a.ii | a.ii | a.ii | a.ii | a.ii
        tt12.d.zone.iii | dmz | Vùng DMZ | a.iii | a.iii | a.iii | a.iii | a.iii
        tt12.d.zone.iv | internal-servers | Vùng máy chủ nội bộ | - | a.iv | a.iv | a.iv | a.iv
        tt12.d.zone.v | wireless | Vùng mạng không dây (nếu có) tách riêng, độc lập | - | a.v | a.v | a.v | a.v
        tt12.d.zone.vi | database | Vùng mạng máy chủ cơ sở dữ liệu | - | - | a.vi | a.vi | a.vi
        tt12.d.zone.vii | management | Vùng quản trị | - | - | a.vii | a.vii | a.vii
        tt12.d.zone.viii | device-management | Vùng quản trị thiết bị hệ thống | - | - | - | a.viii | a.viii
        tt12.d.plan.i | | từ xa | b.i | b.i | b.i | b.i | b.i
        tt12.d.plan.ii | | giữa các vùng mạng | b.ii | b.ii | b.ii | b.ii | b.ii
        tt12.d.plan.iii | | Dự phòng cho các thiết bị mạng | - | b.vi | b.iii | b.iii | b.iii
        tt12.d.plan.iv | | máy chủ cơ sở dữ liệu | - | - | b.iv | b.iv | b.iv
        tt12.d.plan.v | | phần mềm độc hại trên môi trường mạng | - | - | b.v | b.v | b.v
        tt12.d.plan.vi | | từ chối dịch vụ | - | - | b.vi | b.vi | b.vi
        tt12.d.plan.vii | | ứng dụng web | - | b.iv | b.vii | b.vii | b.vii
        tt12.d.plan.viii | | thư điện tử | - | b.v | b.viii | b.viii | b.viii
        tt12.d.plan.ix | | truy cập lớp mạng | - | - | b.ix | b.ix | b.ix
        tt12.d.plan.x | | Giám sát hệ thống thông tin tập trung | - | - | b.x | b.x | b.x
        tt12.d.plan.xi | | Giám sát an toàn hệ thống thông tin tập trung | - | - | b.xi | b.xi | b.xi
        tt12.d.plan.xii | | sao lưu dự phòng tập trung | - | - | b.xii | b.xii | b.xii
        tt12.d.plan.xiii | | phần mềm độc hại trên máy chủ | b.iii | b.iii | b.xiii | b.xiii | b.xiii
        tt12.d.plan.xiv | | thất thoát dữ liệu | - | - | b.xiv | b.xiv | b.xiv
        tt12.d.plan.xv | | kết nối Internet | - | - | b.xv | b.xv | b.xv
        tt12.d.plan.xvi | | mạng không dây | - | - | b.xvi | b.xvi | b.xvi
        tt12.d.plan.xvii | | tài khoản đặc quyền | - | - | - | b.xvii | b.xvii
        tt12.d.plan.xviii | | địa điểm khác | - | - | - | - | b.xviii
        tt12.d.plan.xix | | hệ thống chính và hệ thống dự phòng | - | - | - | - | b.xix
        """;

    /// <summary>The cells of a table, row by row.</summary>
    /// <param name="table">One of the tables.</param>
    public static IEnumerable<string[]> Rows(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries));
}
